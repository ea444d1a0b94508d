// SPDX-License-Identifier: GPL-3.0-or-later
// The usual add-in in C++, as the SDK teaches it.
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <com/sun/star/uno/Sequence.hxx>
#include <cppuhelper/implbase2.hxx>
#include <cppuhelper/supportsservice.hxx>
#include <org/servqualbench/XCpp.hpp>

using namespace com::sun::star;
using rtl::OUString;
using Cells = uno::Sequence<uno::Sequence<uno::Any>>;

namespace {

double total_of(const Cells &cells)
{
    double total = 0, number;
    for (const uno::Sequence<uno::Any> &row : cells)
        for (const uno::Any &cell : row)
            if (cell >>= number)
                total += number;
    return total;
}

class AddIn : public cppu::WeakImplHelper2<org::servqualbench::XCpp, lang::XServiceInfo>
{
public:
    double SAL_CALL totalCpp(const Cells &one, const Cells &two) override
    {
        return total_of(one) + total_of(two);
    }
    OUString SAL_CALL getImplementationName() override { return OUString("org.servqualbench.Cpp"); }
    sal_Bool SAL_CALL supportsService(const OUString &name) override
    {
        return cppu::supportsService(this, name);
    }
    uno::Sequence<OUString> SAL_CALL getSupportedServiceNames() override
    {
        const OUString names[] = {"org.servqualbench.Cpp", "com.sun.star.sheet.AddIn"};
        return uno::Sequence<OUString>(names, 2);
    }
};

} // namespace

extern "C" SAL_DLLPUBLIC_EXPORT uno::XInterface *
bench_cpp_get(uno::XComponentContext *, const uno::Sequence<uno::Any> &)
{
    return cppu::acquire(new AddIn);
}
